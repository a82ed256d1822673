import type { PlaybackCommand, PlaybackStats } from '../playback';
import { Player } from '../player';

const STATS_SECONDS = 0.05;

/** After a stop, time for the fade to leave. */
const FADE_SECONDS = 0.02;

/** Plays what is posted to it at the device's rate. */
class Playback extends AudioWorkletProcessor {
  private readonly player = new Player(sampleRate);
  private told = 0;
  private endsAt = Infinity;

  constructor() {
    super();
    this.port.onmessage = ({ data }: MessageEvent<PlaybackCommand>) => this.obey(data);
  }

  process(_inputs: unknown, outputs: readonly (readonly Float32Array[])[]): boolean {
    const output = outputs[0]?.[0];
    if (output !== undefined) {
      this.player.fill(output);
      this.tell(currentTime + output.length / sampleRate);
    }
    return currentTime < this.endsAt;
  }

  private obey(command: PlaybackCommand): void {
    if (command === 'reset') {
      this.player.reset();
    } else if (command === 'stop') {
      this.player.reset();
      this.endsAt = currentTime + FADE_SECONDS;
    } else {
      this.player.play(command.pcm);
    }
  }

  private tell(blockEnd: number): void {
    if (currentTime - this.told >= STATS_SECONDS) {
      this.told = currentTime;
      const at = blockEnd + this.player.behindSeconds;
      const stats: PlaybackStats = { ...this.player.stats, at };
      this.port.postMessage(stats);
    }
  }
}

registerProcessor('realtime-voice-playback', Playback);
