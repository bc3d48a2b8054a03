import { Injectable } from '@angular/core';

/** Two soft notes, a fourth apart. */
const NOTES_HZ = [660, 880];
const NOTE_SECONDS = 0.14;
const LOUDNESS = 0.08;

/** A short sound, made here: nothing to load. */
@Injectable({ providedIn: 'root' })
export class Chime {
  private context: AudioContext | null = null;

  ring(): void {
    // A page that nobody has touched yet may not make a sound; then it stays silent.
    const context = (this.context ??= new AudioContext());
    context.resume().then(
      () => NOTES_HZ.forEach((pitch, index) => this.note(context, pitch, context.currentTime + index * NOTE_SECONDS)),
      () => undefined,
    );
  }

  private note(context: AudioContext, pitch: number, at: number): void {
    const tone = new OscillatorNode(context, { type: 'sine', frequency: pitch });
    const volume = new GainNode(context, { gain: 0 });
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(LOUDNESS, at + 0.01);
    volume.gain.exponentialRampToValueAtTime(0.0001, at + NOTE_SECONDS * 2);
    tone.connect(volume).connect(context.destination);
    tone.start(at);
    tone.stop(at + NOTE_SECONDS * 2);
  }
}
