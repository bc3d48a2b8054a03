/** Two soft tones, made here: nothing to fetch, nothing a content policy would have to allow. */
const TONES_HZ = [660, 880];
const TONE_SECONDS = 0.18;
const LOUDNESS = 0.05;

let audio: AudioContext | undefined;

/** Browsers stay silent until the visitor has touched the page; that is as it should be. */
export function ring(): void {
  try {
    const context = (audio ??= new AudioContext());
    TONES_HZ.forEach((pitch, index) => {
      const from = context.currentTime + (index * TONE_SECONDS) / 2;
      const [tone, volume] = [context.createOscillator(), context.createGain()];
      tone.frequency.value = pitch;
      volume.gain.setValueAtTime(LOUDNESS, from);
      volume.gain.exponentialRampToValueAtTime(0.0001, from + TONE_SECONDS);
      tone.connect(volume).connect(context.destination);
      tone.start(from);
      tone.stop(from + TONE_SECONDS);
    });
  } catch {
    // No sound here.
  }
}
