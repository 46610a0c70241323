const SECOND_MS = 1_000;

/**
 * Times in milliseconds as whole seconds that add up to the whole seconds of their sum: what was cut off is given to
 * those that lost most, so that a person who adds up what stands on the screen comes to its total.
 */
export function wholeSeconds(times: readonly number[]): readonly number[] {
  const whole = times.map((time) => Math.floor(time / SECOND_MS));
  const total = Math.round(times.reduce((sum, time) => sum + time, 0) / SECOND_MS);
  const missing = total - whole.reduce((sum, each) => sum + each, 0);
  const most = times
    .map((time, index) => ({ index, cut: time % SECOND_MS }))
    .sort((a, b) => b.cut - a.cut || a.index - b.index)
    .slice(0, missing);
  const given = new Set(most.map(({ index }) => index));
  return whole.map((seconds, index) => seconds + Number(given.has(index)));
}

/** Whole seconds as days and a clock, such as `1 d 02:03:04`; `days` writes the days. */
export function clockOf(seconds: number, days: (count: number) => string): string {
  const [day, rest] = [Math.floor(seconds / 86_400), seconds % 86_400];
  const clock = [Math.floor(rest / 3_600), Math.floor(rest / 60) % 60, rest % 60]
    .map((each) => String(each).padStart(2, "0"))
    .join(":");
  return day > 0 ? `${days(day)} ${clock}` : clock;
}
