import { Download } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { wordsOfTime } from "@/contracts/time-words";
import type { ShipmentTimeView } from "@/contracts/views/clearance-time";
import { duration } from "@/ui/insight/figures";
import { Button } from "@/ui/parts/button";
import { Section } from "@/ui/parts/card";
import { AssumptionTable } from "./assumption-table";
import { ClockTable } from "./clock-table";
import { EffortTable } from "./effort-table";
import { SpanTable } from "./span-table";
import { TimeBar } from "./time-bar";

interface Props {
  readonly shipmentId: string;
  readonly time: ShipmentTimeView;
}

/** Where the time of a shipment went, which clocks run for it, and what one declaration saved. */
export function ShipmentTime({ shipmentId, time }: Props) {
  const t = useTranslations("clearanceTime");
  const language = useLocale() === "zh" ? "zh" : "en";
  const owners = wordsOfTime("owners", language);
  const baseline = wordsOfTime("baseline", language);
  return (
    <div className="flex flex-col gap-8 px-4 pt-5 md:px-6">
      <Section
        title={t("clocks")}
        aside={
          <Button asChild look="quiet" size="small">
            <a href={`/api/v1/shipments/${shipmentId}/time.csv`} download aria-label={t("recordCsv")}>
              <Download aria-hidden />
              {t("record")}
            </a>
          </Button>
        }
      >
        <Forecast time={time} />
        <ClockTable time={time} />
      </Section>
      <Section title={owners.title}>
        <p className="mb-3 max-w-3xl text-sm text-muted">{t(time.isOver ? "wholeOver" : "wholeSoFar")}</p>
        <TimeBar time={time} />
        <div className="mt-3 flex flex-col gap-2">
          <More title={t("howOwned")}>
            <p className="max-w-3xl text-sm">{owners.formula}</p>
          </More>
          <More title={t("spans", { count: time.spans.length })}>
            <SpanTable spans={time.spans} />
          </More>
        </div>
      </Section>
      <Section title={baseline.title}>
        <p className="mb-3 max-w-3xl text-sm text-muted">{t("baselineHere")}</p>
        {time.baseline ? (
          <>
            <EffortTable comparison={time.baseline} />
            <p className="mt-2 text-xs text-muted">{t("stated", time.baseline.stated)}</p>
          </>
        ) : (
          <p className="text-sm">{t("notLodged")}</p>
        )}
        <div className="mt-3 flex flex-col gap-2">
          <More title={t("formula")} isOpen={time.baseline !== null}>
            <p className="max-w-3xl text-sm">{baseline.formula}</p>
          </More>
          <More title={t("assumptionsOf", { count: time.assumptions.length })}>
            <AssumptionTable assumptions={time.assumptions} />
          </More>
        </div>
      </Section>
    </div>
  );
}

/** When the shipment will be through, by what remains of each owner's usual time. */
function Forecast({ time }: { readonly time: ShipmentTimeView }) {
  const t = useTranslations("clearanceTime");
  const locale = useLocale();
  const { prediction } = time.promise;
  if (!prediction) return null;
  const words = t("forecast", {
    elapsed: duration(prediction.elapsed, locale),
    expected: duration(prediction.expected, locale),
    count: prediction.releases,
    most: prediction.mostOf ? t(`owner.${prediction.mostOf}`) : "",
    known: prediction.mostOf ? "yes" : "no",
  });
  return (
    <p className={`mb-3 max-w-3xl text-sm ${prediction.slack < 0 ? "text-red" : "text-muted"}`}>
      {prediction.slack < 0 ? "■ " : "● "}
      {words}
    </p>
  );
}

function More({
  title,
  isOpen = false,
  children,
}: {
  readonly title: string;
  readonly isOpen?: boolean;
  readonly children: React.ReactNode;
}) {
  return (
    <details open={isOpen}>
      <summary className="text-sm text-accent">{title}</summary>
      <div className="mt-2">{children}</div>
    </details>
  );
}
