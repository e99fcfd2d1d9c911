const series = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360];

/** Below this argument the series is not exact to a double's digits. */
const threshold = 15;

/** The natural logarithm of the gamma function for x > 0: Stirling's series (DLMF 5.11.1), reached by the recurrence. */
export const logGamma = (x: number): number => {
  let shift = 0;
  let at = x;
  for (; at < threshold; at++) shift += Math.log(at);
  const inverse = 1 / at;
  let power = inverse;
  let tail = 0;
  for (const coefficient of series) {
    tail += coefficient * power;
    power *= inverse * inverse;
  }
  return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + tail - shift;
};
