import { useTranslations } from "next-intl";
import type { RiskView } from "@/contracts/views/shipment";

/** The look by chance: a number that follows from a seed which the declarant cannot choose, so that it can be drawn again. */
export function RandomDraw({ draw }: { readonly draw: NonNullable<RiskView["randomDraw"]> }) {
  const t = useTranslations("risk");
  const { value, share, seed } = draw;
  return (
    <div>
      <dt className="text-xs font-medium text-muted">{t("drawTitle")}</dt>
      <dd>
        {t(value < share ? "drawn" : "notDrawn", { value: value.toFixed(4), share: String(share) })}
        <svg
          viewBox="0 0 200 14"
          preserveAspectRatio="none"
          className="my-1.5 h-3.5 w-full max-w-80"
          aria-hidden="true"
        >
          <rect x="0" y="5" width="200" height="4" rx="2" className="fill-line" />
          <rect x="0" y="5" width={Math.max(1.5, share * 200)} height="4" className="fill-yellow" />
          <rect x={Math.min(198, value * 200)} y="0" width="2" height="14" className="fill-accent" />
        </svg>
        <details className="text-xs text-muted">
          <summary className="inline-flex min-h-6 items-center hover:text-text">{t("seed")}</summary>
          <code className="block break-all">{seed}</code>
          <span>{t("seedHow")}</span>
        </details>
      </dd>
    </div>
  );
}
