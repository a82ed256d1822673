import { openAudio } from '../audio/context';
import { openPlayback, type Playback, type PlaybackStats } from '../audio/playback';
import type { Language } from '../core/types';

/** The page's one audio context and its playback, opened in the user's first gesture. */
export class AudioDevices {
  private opening: Promise<AudioContext> | null = null;
  private player: Playback | null = null;

  constructor(
    private readonly language: () => Language,
    private readonly stats: (stats: PlaybackStats) => void,
  ) {}

  get playback(): Playback | null {
    return this.player;
  }

  /** @throws VoiceError AUDIO_BLOCKED */
  async open(): Promise<AudioContext> {
    this.opening ??= this.openBoth();
    try {
      return await this.opening;
    } catch (error) {
      this.opening = null;
      throw error;
    }
  }

  private async openBoth(): Promise<AudioContext> {
    const context = await openAudio(this.language());
    this.player = await openPlayback(context, this.stats);
    return context;
  }
}
