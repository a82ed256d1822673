package io.realtimevoice.impl.interceptor;

/** Which interceptor stands outside of which: the lower number. */
final class Order {

  static final int LOGGED = 100;
  static final int STATE_CHECKED = 200;
  static final int WELCOMED = 300;

  private Order() {}
}
