import { useFormatter, useTranslations } from "next-intl";
import type { ReviewQualityView } from "@/contracts/views/review-work";

/** How often two officers said the same of one case, with the table that kappa is counted from. */
export function AgreementTable({ quality }: { readonly quality: ReviewQualityView }) {
  const t = useTranslations("review");
  const reasons = useTranslations("reasons");
  const format = useFormatter();
  const { agreement, decided, drawn } = quality;
  const rate =
    agreement.rate === null ? "—" : format.number(agreement.rate, { style: "percent", maximumFractionDigits: 1 });
  const kappa = agreement.kappa === null ? "—" : format.number(agreement.kappa, { maximumFractionDigits: 3 });
  const figures = { decided, drawn, answered: agreement.total, rate, kappa };
  return (
    <div className="flex flex-wrap gap-x-10 gap-y-4 text-sm">
      <dl className="flex flex-wrap gap-x-6 gap-y-2">
        {(["decided", "drawn", "answered", "rate", "kappa"] as const).map((name) => (
          <div key={name}>
            <dt className="text-xs text-muted">{t(`quality.${name}`)}</dt>
            <dd className="text-lg">{figures[name]}</dd>
          </div>
        ))}
      </dl>
      <table className="border-collapse text-right" aria-label={t("quality.table")}>
        <thead>
          <tr className="text-xs text-muted">
            <td />
            <th scope="col" className="px-3 font-medium">
              {t("quality.second")}: {reasons("outcome.pass")}
            </th>
            <th scope="col" className="px-3 font-medium">
              {t("quality.second")}: {reasons("outcome.refuse")}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row" className="text-left text-xs font-medium text-muted">
              {t("quality.first")}: {reasons("outcome.pass")}
            </th>
            <td className="px-3">{agreement.bothPass}</td>
            <td className="px-3">{agreement.firstPass}</td>
          </tr>
          <tr>
            <th scope="row" className="text-left text-xs font-medium text-muted">
              {t("quality.first")}: {reasons("outcome.refuse")}
            </th>
            <td className="px-3">{agreement.firstRefuse}</td>
            <td className="px-3">{agreement.bothRefuse}</td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}
