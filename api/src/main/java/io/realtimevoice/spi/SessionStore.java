package io.realtimevoice.spi;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The bean that keeps what a session needs to go on; at most one. Without it, the memory of this
 * node, in which a session outlives its connections but not its node.
 *
 * <p>For each session there is at most one value, and at most one lease, which says who may write
 * that value. Both have a time to live, each its own, by the store's clock alone: a holder that
 * does not hear back in time has lost its lease, whatever its own clock says. Who gets a lease gets
 * a fencing number with it, larger than every one that was ever granted for that session. An owner
 * that was paused, and whose lease another one has taken since, is fenced off: its writes are
 * refused, however late they come.
 *
 * <p><b>Threads.</b> Called on managed threads, by many at a time, for one session, too; each call
 * is atomic, and what it has done is seen by every call that begins after it. May block for
 * milliseconds, and must not block for longer than a few hundred: then it throws. Never called on a
 * thread that carries audio.
 *
 * <p><b>Errors.</b> A store that is down, or that does not answer in time, throws {@link
 * SessionStoreException}. Then nobody knows whether the call was carried out, and it counts as
 * refused: a holder goes on for as long as its lease surely lives, counted from before the last
 * call that renewed it, and looks with {@link #find} before it writes again. An argument that is
 * not allowed is an {@link IllegalArgumentException}, null a {@link NullPointerException}; both
 * change nothing.
 *
 * <p>An implementation is checked by extending {@code SessionStoreContract}, of the API's test jar.
 */
public interface SessionStore {

  /** The greatest length of a session's id, and of an owner's name, in {@code char}s. */
  int MAX_NAME_LENGTH = 128;

  /** The version of what is not there, for {@link #put}. */
  long ABSENT = 0;

  /**
   * What is kept for a session.
   *
   * @param value the value
   * @param version greater than that of every value the session had before, so that none comes back
   * @param owner whose lease is alive, if anyone's; the lease itself is its holder's alone
   */
  record Entry(StoredValue value, long version, Optional<String> owner) {

    /** Checks the version. */
    public Entry {
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(owner, "owner");
      if (version <= ABSENT) {
        throw new IllegalArgumentException("version must be positive: " + version);
      }
    }
  }

  /**
   * The right to write the value of a session for a while. Renewing does not change it.
   *
   * @param sessionId whose value
   * @param owner who was granted it: the name of a node
   * @param fencing greater than that of every lease that was granted for the session before
   */
  record Lease(String sessionId, String owner, long fencing) {

    /** Checks the names and the number. */
    public Lease {
      requireName(sessionId, "sessionId");
      requireName(owner, "owner");
      if (fencing <= 0) {
        throw new IllegalArgumentException("fencing must be positive: " + fencing);
      }
    }
  }

  /**
   * What is kept for a session; needs no lease.
   *
   * @param sessionId 1 to {@value #MAX_NAME_LENGTH} characters
   * @return empty if there is no value, or its time is over; a lease alone is no entry
   */
  Optional<Entry> find(String sessionId);

  /**
   * Takes the lease of a session that nobody else has; there need be no value. An owner that has it
   * itself gets a new one, and its old one is fenced off: a node that starts again under its name
   * does not know what it held.
   *
   * @param sessionId 1 to {@value #MAX_NAME_LENGTH} characters
   * @param owner 1 to {@value #MAX_NAME_LENGTH} characters
   * @param ttl for how long, if it is not renewed; positive
   * @return empty if the lease of another owner is alive, or if the store knows nothing of the
   *     session and is full
   */
  Optional<Lease> acquire(String sessionId, String owner, Duration ttl);

  /**
   * Keeps a lease for longer. Does not keep the value for longer.
   *
   * @param lease one that {@link #acquire} gave
   * @param ttl for how long from now, whatever is left of it; positive
   * @return false if it was fenced off, given back, or has expired, though nobody took it since
   */
  boolean renew(Lease lease, Duration ttl);

  /**
   * Gives a lease back, so that another owner need not wait; the value stays for its time.
   *
   * @param lease one that {@link #acquire} gave; one that is no longer alive changes nothing
   */
  void release(Lease lease);

  /**
   * Writes the value of a session if it is still what the writer has seen.
   *
   * @param lease one that {@link #acquire} gave
   * @param expectedVersion the version the value must have; {@link #ABSENT} if there must be none
   * @param value the new value
   * @param ttl for how long the value is kept, if it is not written again; positive
   * @return the new version; empty if the value has another version, or the lease is no longer
   *     alive. Whoever must know which, asks {@link #renew}
   */
  OptionalLong put(Lease lease, long expectedVersion, StoredValue value, Duration ttl);

  /**
   * Forgets the value of a session, and gives the lease back with it: the session has ended.
   *
   * @param lease one that {@link #acquire} gave
   * @return false if the lease is no longer alive; then nothing is forgotten
   */
  boolean remove(Lease lease);

  /**
   * Checks the id of a session or the name of an owner.
   *
   * @param name 1 to {@value #MAX_NAME_LENGTH} characters
   * @param what what it is the name of, for the exception
   * @return the name
   */
  static String requireName(String name, String what) {
    Objects.requireNonNull(name, what);
    if (name.isEmpty() || name.length() > MAX_NAME_LENGTH) {
      throw new IllegalArgumentException(
          what + " must have 1 to " + MAX_NAME_LENGTH + " characters, not " + name.length());
    }
    return name;
  }

  /**
   * Checks a time to live.
   *
   * @param ttl must be positive
   * @return the time to live
   */
  static Duration requireTtl(Duration ttl) {
    Objects.requireNonNull(ttl, "ttl");
    if (ttl.isNegative() || ttl.isZero()) {
      throw new IllegalArgumentException("ttl must be positive: " + ttl);
    }
    return ttl;
  }
}
