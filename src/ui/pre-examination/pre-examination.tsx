import { useTranslations } from "next-intl";
import type { DocumentView } from "@/contracts/views/document";
import type { PreExaminationView } from "@/contracts/views/pre-examination";
import { Section } from "@/ui/parts/card";
import { Instant } from "@/ui/parts/instant";
import { ComparablesTable } from "./comparables-table";
import { FactLinks } from "./fact-links";
import { NetworkGraph } from "./network-graph";
import { PricePlace } from "./price-place";
import { SuggestionItem } from "./suggestion-item";
import { useSentenceWords } from "./use-sentence-words";

interface Props {
  readonly examination: PreExaminationView;
  readonly documents: readonly DocumentView[];
  /** Names of facts whose contradiction is shown above with both places. */
  readonly shown: readonly string[];
  readonly canAct: boolean;
}

type Sentence = PreExaminationView["missing"][number];
type Reason = PreExaminationView["reasons"][number];

/** Where the model starts is the same for all goods, so it is no reason for these. */
const MODEL_START = "factor.model_start";

/** What was found before the case was opened: contradictions, reasons, what to ask and open, likenesses, prices, ties, gaps. */
export function PreExamination({ examination, documents, shown, canAct }: Props) {
  const t = useTranslations("preExamination");
  const { contradictions, reasons, suggestions, lines, network, missing } = examination;
  const told = reasons.filter(({ code }) => code !== MODEL_START);
  const light = told.filter(isLight);
  const heavy = told.filter((reason) => !isLight(reason));
  const others = contradictions.filter(({ parameters }) => !shown.includes(parameters.field ?? ""));
  return (
    <div className="@container flex min-w-0 flex-col gap-6" data-testid="pre-examination">
      {others.length > 0 ? (
        <Section title={t("contradictions")}>
          <Sentences sentences={others} documents={documents} />
        </Section>
      ) : null}
      <Section
        title={t("reasons")}
        aside={
          <span className="text-xs text-muted">
            {t(`madeBy.${examination.madeBy}`)} <Instant at={examination.at} look="full" />
          </span>
        }
      >
        <Reasons reasons={heavy} documents={documents} />
        {light.length > 0 ? (
          <details className="border-t py-1.5 text-sm">
            <summary className="cursor-pointer text-muted">{t("lightReasons", { count: light.length })}</summary>
            <Reasons reasons={light} documents={documents} />
          </details>
        ) : null}
      </Section>
      {suggestions.length > 0 ? (
        <Section title={t("suggestions")}>
          <ul className="flex flex-col divide-y">
            {suggestions.map((suggestion) => (
              <SuggestionItem key={suggestion.id} {...{ suggestion, documents, canAct }} caseId={examination.caseId} />
            ))}
          </ul>
        </Section>
      ) : null}
      {missing.length > 0 ? (
        <Section title={t("missing")}>
          <Sentences sentences={missing} documents={documents} />
        </Section>
      ) : null}
      {lines.map(({ line, commodityCode, comparables, price }) => (
        <Section key={line} title={t("likeLine", { line, code: commodityCode })}>
          <div className="grid grid-cols-1 items-start gap-4 @3xl:grid-cols-2">
            {price ? (
              <PricePlace place={price} documents={documents} />
            ) : (
              <p className="text-sm text-muted">{t("price.none")}</p>
            )}
            <ComparablesTable comparables={comparables} line={line} />
          </div>
        </Section>
      ))}
      {network.edges.length > 0 ? (
        <Section title={t("network.title")}>
          <NetworkGraph network={network} documents={documents} />
        </Section>
      ) : null}
    </div>
  );
}

/** A single point moves hardly anything; it is there for who looks for it. */
function isLight({ points }: Reason): boolean {
  return points !== null && Math.abs(points) <= 1;
}

function Reasons({
  reasons,
  documents,
}: {
  readonly reasons: readonly Reason[];
  readonly documents: readonly DocumentView[];
}) {
  return (
    <ol className="flex flex-col divide-y text-sm">
      {reasons.map((reason) => (
        <li key={JSON.stringify([reason.code, reason.parameters, reason.line])} className="flex gap-3 py-1.5">
          <span className="w-9 shrink-0 text-right font-semibold">{pointsOf(reason.points)}</span>
          <div className="min-w-0">
            <Words sentence={reason} />
            <FactLinks links={reason.links} documents={documents} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function pointsOf(points: number | null): string {
  if (points === null) return "◆";
  return points > 0 ? `+${points}` : String(points);
}

function Words({ sentence }: { readonly sentence: Sentence }) {
  const words = useSentenceWords();
  return <p className="text-pretty break-words">{words(sentence)}</p>;
}

function Sentences({
  sentences,
  documents,
}: {
  readonly sentences: readonly Sentence[];
  readonly documents: readonly DocumentView[];
}) {
  return (
    <ul className="flex flex-col divide-y text-sm">
      {sentences.map((sentence) => (
        <li key={JSON.stringify(sentence)} className="py-1.5">
          <Words sentence={sentence} />
          <FactLinks links={sentence.links} documents={documents} />
        </li>
      ))}
    </ul>
  );
}
