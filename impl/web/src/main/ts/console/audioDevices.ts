import { openAudio } from '../audio/context';
import { openPlayback, type Playback, type PlaybackStats } from '../audio/playback';
import type { Language } from '../core/types';

/** The page's one audio context and its playback, opened in a gesture of the user. */
export class AudioDevices {
  private opening: Promise<AudioContext> | null = null;
  private player: Playback | null = null;

  constructor(
    private readonly language: () => Language,
    private readonly stats: (stats: PlaybackStats) => void,
  ) {}

  /** Null where there is none: before the opening, and on pages that are not secure. */
  get playback(): Playback | null {
    return this.player;
  }

  /** @throws VoiceError AUDIO_BLOCKED */
  async open(): Promise<AudioContext> {
    this.opening ??= this.openBoth();
    try {
      const context = await this.opening;
      if (context.state === 'running') {
        return context;
      }
    } catch (error) {
      this.opening = null;
      throw error;
    }
    // A call or another page has taken the sound away.
    await this.close();
    this.opening = this.openBoth();
    return this.opening;
  }

  async close(): Promise<void> {
    const opened = this.opening;
    this.opening = null;
    this.player?.stop();
    this.player = null;
    const context = await opened?.catch(() => null);
    if (context !== undefined && context !== null && context.state !== 'closed') {
      await context.close();
    }
  }

  private async openBoth(): Promise<AudioContext> {
    const context = await openAudio(this.language());
    // Absent on pages that are not secure, whatever the type says: tones can be sent from there.
    const worklet = context.audioWorklet as AudioWorklet | undefined;
    if (worklet !== undefined) {
      this.player = await openPlayback(context, this.stats);
    }
    return context;
  }
}
