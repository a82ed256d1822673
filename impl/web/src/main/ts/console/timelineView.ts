import type { VoiceClient } from '../core/client';
import type { ClientEvents, TimelineEntry } from '../core/types';
import { element } from './elements';

const SHOWN = 300;

/** Lists what happened, the latest on top; audio frames in a row are one line. */
export class TimelineView {
  private readonly list = element('timeline', HTMLOListElement);
  private readonly begun = performance.now();
  private latestAudio: { key: string; count: number; bytes: number; line: HTMLElement } | null = null;

  constructor(client: VoiceClient) {
    client.on('timeline', (entry) => this.addEntry(entry));
    client.on('message', (message) => this.addMessage(message));
  }

  clear(): void {
    this.list.replaceChildren();
    this.latestAudio = null;
  }

  private addEntry({ event, detail }: TimelineEntry): void {
    const values = Object.entries(detail).map(([name, value]) => ` ${name}=${value}`);
    this.latestAudio = null;
    this.line(`● ${event}${values.join('')}`);
  }

  private addMessage({ direction, type, bytes }: ClientEvents['message']): void {
    const key = `${direction === 'in' ? '←' : '→'} ${type}`;
    if (type !== 'audio') {
      this.latestAudio = null;
      this.line(`${key} ${bytes}`);
    } else if (this.latestAudio?.key === key) {
      this.latestAudio.count++;
      this.latestAudio.bytes += bytes;
      this.latestAudio.line.textContent = `${key} ×${this.latestAudio.count} ${this.latestAudio.bytes}`;
    } else {
      this.latestAudio = { key, count: 1, bytes, line: this.line(`${key} ×1 ${bytes}`) };
    }
  }

  private line(content: string): HTMLElement {
    const item = document.createElement('li');
    const time = document.createElement('time');
    const rest = document.createElement('span');
    time.textContent = `${((performance.now() - this.begun) / 1000).toFixed(3)} s`;
    rest.textContent = content;
    item.append(time, rest);
    this.list.prepend(item);
    if (this.list.children.length > SHOWN) {
      this.list.lastElementChild?.remove();
    }
    return rest;
  }
}
