/** Pitch in Hz, at seconds from now. */
export type Tone = readonly [at: number, pitch: number];

const BELL: readonly Tone[] = [
  [0, 880],
  [0.18, 1175],
];

/** Two short tones and a shake, or others. Only with an AudioContext made in a tap: browsers keep a page silent until then. */
export function ring(
  audio: AudioContext,
  {
    tones = BELL,
    volume: loudest = 0.25,
    shake = [200],
  }: { tones?: readonly Tone[]; volume?: number; shake?: number[] } = {},
): void {
  navigator.vibrate?.(shake);
  for (const [at, pitch] of tones) {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    const begins = audio.currentTime + at;
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(loudest, begins);
    volume.gain.exponentialRampToValueAtTime(0.001, begins + 0.17);
    tone.connect(volume).connect(audio.destination);
    tone.start(begins);
    tone.stop(begins + 0.18);
  }
}
