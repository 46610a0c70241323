import { useTranslations } from "next-intl";
import type { AnswerView } from "@/contracts/views/exchange";
import { Badge } from "@/ui/parts/badge";
import { Instant } from "@/ui/parts/instant";

const LOOKS = {
  applied: { tone: "green", glyph: "●" },
  duplicate: { tone: "plain", glyph: "○" },
  stale: { tone: "plain", glyph: "○" },
  of_older_version: { tone: "plain", glyph: "○" },
  quarantined: { tone: "yellow", glyph: "▲" },
} as const;

/** What became of an answer: its key among the words, and its look. */
function standingOf({ outcome, why, ruling }: AnswerView, isSettled: boolean) {
  if (outcome !== "quarantined") return { words: `outcome.${outcome}`, ...LOOKS[outcome] };
  if (ruling) return { words: `ruling.${ruling.act}`, tone: "blue", glyph: "◆" } as const;
  // Where a person ruled for the other one, this one waits for nobody.
  return isSettled && (why === "contradictory_final" || why === "contradictory_number")
    ? ({ words: "outcome.overruled", tone: "plain", glyph: "○" } as const)
    : { words: "outcome.quarantined", ...LOOKS.quarantined };
}

interface Props {
  readonly answer: AnswerView;
  /** Whether the message that it is about is no longer contested. */
  readonly isSettled?: boolean;
}

/** What an answer says, what became of it and why, and what a person ruled. */
export function AnswerWords({ answer, isSettled = false }: Props) {
  const t = useTranslations("exchange");
  const words = useTranslations("messageWords");
  const { kind, status, meaning, outcome, why, texts, ruling, entryNumber, returnedAt, via } = answer;
  const { tone, glyph, words: standing } = standingOf(answer, isSettled);
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-medium">
          {t(`answerKind.${kind}`)}
          {meaning ? `: ${words(`meaning.${meaning}`)}` : null}
        </span>
        {status === null ? null : <span className="text-muted">{t("story.status", { status })}</span>}
        <Badge tone={tone}>
          <span aria-hidden>{glyph}</span>
          {t(standing)}
        </Badge>
      </p>
      {why ? <p>{t.has(`why.${why}`) ? t(`why.${why}`) : why}</p> : null}
      {texts.map(({ code, text }) => (
        <p key={`${code} ${text}`} className="break-words text-muted">
          {code ? `${code} ` : ""}
          {text}
        </p>
      ))}
      <p className="flex flex-wrap gap-x-3 text-xs text-muted">
        {returnedAt ? (
          <span>
            {t("story.stated")} <Instant at={returnedAt} look="full" />
          </span>
        ) : null}
        <span>{t(`via.${via}`)}</span>
        {entryNumber ? (
          <span className="break-all">
            {t("facts.entryNumber")} {entryNumber}
          </span>
        ) : null}
      </p>
      {ruling ? (
        <p className="break-words border-l-2 border-accent pl-2">
          {outcome === "quarantined" ? null : `${t(`ruling.${ruling.act}`)} · `}
          <Instant at={ruling.at} /> · {ruling.reason}
        </p>
      ) : null}
    </div>
  );
}
