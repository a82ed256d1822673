import type { Socket, SocketListener } from '../core/types';

/** A browser's `WebSocket`, with its listeners attached before anything can happen on it. */
export function openWebSocket(url: string, listener: SocketListener): Socket {
  const socket = new WebSocket(url);
  socket.binaryType = 'arraybuffer';
  socket.onopen = () => listener.onOpen();
  socket.onmessage = (event: MessageEvent<string | ArrayBuffer>) =>
    typeof event.data === 'string' ? listener.onText(event.data) : listener.onBinary(event.data);
  socket.onclose = (event) => listener.onClose(event.code, event.reason);
  return {
    send: (data) => {
      if (socket.readyState === WebSocket.OPEN) {
        socket.send(data);
      }
    },
    close: (code, reason) => socket.close(code, reason),
    get bufferedAmount() {
      return socket.bufferedAmount;
    },
  };
}
