package io.realtimevoice.sample.embedded;

import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.util.Header;

/**
 * Says that nothing follows the header of a handshake that has failed.
 *
 * <p>Tyrus 2.1.5 on Grizzly ({@code GrizzlyServerFilter}, {@code HANDSHAKE_FAILED}) writes a header
 * without a length, and then neither a body nor the end of the connection: a proxy waits for it.
 */
final class EndOfFailedHandshakes extends BaseFilter {

  private static final int FAILED = 400;

  @Override
  public NextAction handleWrite(FilterChainContext ctx) {
    if (ctx.getMessage() instanceof HttpContent content
        && content.getHttpHeader() instanceof HttpResponsePacket response
        && response.getStatus() >= FAILED
        && !response.isCommitted()
        && response.getContentLength() < 0
        && !response.isChunked()
        && response.getRequest().getUpgrade() != null
        && !content.isLast()) {
      response.setContentLength(0);
      response.setHeader(Header.Connection, "close");
    }
    return ctx.getInvokeAction();
  }
}
