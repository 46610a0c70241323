/** A change of hands: somebody gives a sample away, and the next one takes it. */
export interface CustodyStep {
  readonly step: "handed_over" | "received";
  /** To whom it was handed, or who received it. */
  readonly holder: string;
  readonly isSealIntact: boolean;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What is wrong with a step that is to be added. */
export type CustodyFault = "custody_out_of_turn" | "custody_other_receiver" | "custody_back_in_time" | "custody_ahead";

/** Whether the step follows those before; null when it does. `takenAt` is when the sample was taken. */
export function custodyFault(
  step: CustodyStep,
  before: readonly CustodyStep[],
  takenAt: number,
  now: number,
): CustodyFault | null {
  const last = before.at(-1);
  if ((last?.step ?? "received") === step.step) return "custody_out_of_turn";
  if (step.step === "received" && step.holder !== last?.holder) return "custody_other_receiver";
  if (step.at < (last?.at ?? takenAt)) return "custody_back_in_time";
  return step.at > now ? "custody_ahead" : null;
}

/** Whether the sample can still say something of the goods: every seal intact, and nobody was handed it who has not got it. */
export function isUnbroken(steps: readonly CustodyStep[]): boolean {
  return steps.every((step) => step.isSealIntact) && steps.at(-1)?.step !== "handed_over";
}
