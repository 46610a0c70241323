import { type InsightLine, isStopped } from "./rows";
import { type Share, shareWhere } from "./share";

/** The aim of credit policy: who is certified is looked at less than a fifth as often as others. */
export const CERTIFIED_AIM = 0.2;
const Z = 1.959963984540054;

/** How often certified and regular traders are looked at, and the one beside the other. */
export interface CertifiedRate {
  readonly kind: "stopped" | "examined";
  readonly certified: Share;
  readonly regular: Share;
  /** Null where there are none of a kind, or none of the regular ones was looked at. */
  readonly ratio: number | null;
  /** The interval of 95 % by Katz (1978), on the logarithm; null where either was never looked at. */
  readonly low: number | null;
  readonly high: number | null;
}

/** The inspection rates of certified and regular traders: of goods before a person at all, and of goods opened. */
export function certifiedRates(declarations: readonly InsightLine[]): readonly CertifiedRate[] {
  const assessed = declarations.filter(({ lane }) => lane !== null);
  const certified = assessed.filter(({ isCertified }) => isCertified);
  const regular = assessed.filter(({ isCertified }) => !isCertified);
  return (["stopped", "examined"] as const).map((kind) => {
    const isLookedAt = ({ lane }: InsightLine) => (kind === "stopped" ? isStopped(lane) : lane === "red");
    const shares = { certified: shareWhere(certified, isLookedAt), regular: shareWhere(regular, isLookedAt) };
    return { kind, ...shares, ...ratioOf(shares.certified, shares.regular) };
  });
}

function ratioOf(one: Share, other: Share): Pick<CertifiedRate, "ratio" | "low" | "high"> {
  if (one.denominator === 0 || other.denominator === 0 || other.numerator === 0)
    return { ratio: null, low: null, high: null };
  const ratio = one.numerator / one.denominator / (other.numerator / other.denominator);
  if (one.numerator === 0) return { ratio: 0, low: null, high: null };
  const spread = Math.sqrt(1 / one.numerator - 1 / one.denominator + 1 / other.numerator - 1 / other.denominator);
  return { ratio, low: ratio * Math.exp(-Z * spread), high: ratio * Math.exp(Z * spread) };
}
