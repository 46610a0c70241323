import { useTranslations } from "next-intl";
import type { SampleView } from "@/contracts/views/inspection";
import { Instant } from "@/ui/parts/instant";
import { AddCustody } from "./add-custody";
import { LabForm } from "./lab-form";

interface Props {
  readonly sample: SampleView;
  readonly mayAct: boolean;
}

/** A sample with who has had it, and what the laboratory found. */
export function SampleCard({ sample, mayAct }: Props) {
  const t = useTranslations("inspection.sampling");
  const { quantity, sealNumber, takenBy, takenAt, custody, report } = sample;
  return (
    <div className="rounded-md border px-3 py-2">
      <p className="font-medium">{t("title", { seal: sealNumber })}</p>
      <ol className="flex flex-col gap-0.5 text-sm">
        <li>
          <Instant at={takenAt} /> · {t("taken", { quantity, name: takenBy })}
        </li>
        {custody.map((step) => (
          <li key={`${step.at}-${step.step}`}>
            <Instant at={step.at} /> · {t(step.step, { holder: step.holder })} ·{" "}
            <span className={step.isSealIntact ? "text-green" : "font-medium text-red"}>
              {step.isSealIntact ? `✓ ${t("intact")}` : `■ ${t("broken")}`}
            </span>
          </li>
        ))}
      </ol>
      {report ? (
        <div className="mt-1 border-t pt-1">
          <p>
            {report.laboratory} · {report.reportNumber} · {report.method} · {report.reportedOn}{" "}
            <span className={report.verdict === "within_limits" ? "text-green" : "font-medium text-red"}>
              {report.verdict === "within_limits" ? "✓" : "■"} {t(`verdict.${report.verdict}`)}
            </span>
          </p>
          <ul className="text-xs text-muted">
            {report.values.map((each) => (
              <li key={`${each.analyte}-${each.limit}`}>
                {each.analyte}: {each.value} {each.unit} ({t(`bounds.${each.bound}`)} {each.limit})
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {mayAct && !report ? (
        <p className="mt-1 flex flex-wrap gap-2">
          <AddCustody sampleId={sample.id} last={custody.at(-1) ?? null} />
          <LabForm sampleId={sample.id} />
        </p>
      ) : null}
    </div>
  );
}
