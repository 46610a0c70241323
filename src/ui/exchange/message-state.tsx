import { useTranslations } from "next-intl";
import type { MessageRowView } from "@/contracts/views/exchange";
import { Badge } from "@/ui/parts/badge";

const LOOKS = {
  queued: { tone: "plain", glyph: "○" },
  sent: { tone: "blue", glyph: "◆" },
  unanswered: { tone: "yellow", glyph: "▲" },
  answered: { tone: "green", glyph: "●" },
  failed: { tone: "red", glyph: "■" },
  contested: { tone: "red", glyph: "■" },
} as const;

const BAD = { tone: "red", glyph: "■" } as const;
const CAREFUL = { tone: "yellow", glyph: "▲" } as const;
const OPEN = { tone: "blue", glyph: "◆" } as const;

/** How an answer looks that is not simply good. */
const MEANT: Partial<Record<NonNullable<MessageRowView["meaning"]>, typeof BAD | typeof CAREFUL | typeof OPEN>> = {
  rejected: BAD,
  returned: BAD,
  detained: BAD,
  send_failed: BAD,
  processing_error: BAD,
  inspection: CAREFUL,
  manual_review: CAREFUL,
  stored_draft: OPEN,
  declaring: OPEN,
  sent_to_customs: OPEN,
  received: OPEN,
  concluded: OPEN,
};

type Props = Pick<MessageRowView, "state" | "status" | "meaning">;

/** Where a message stands, in colour, sign and word, with what the authority said. */
export function MessageState({ state, status, meaning }: Props) {
  const t = useTranslations("exchange");
  const words = useTranslations("messageWords");
  const { tone, glyph } = (state === "answered" && meaning ? MEANT[meaning] : undefined) ?? LOOKS[state];
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1.5 gap-y-0.5">
      <Badge tone={tone}>
        <span aria-hidden>{glyph}</span>
        {t(`state.${state}`)}
      </Badge>
      {state === "answered" && status !== null ? (
        <span>
          {meaning ? words(`meaning.${meaning}`) : t("unknownMeaning")} <span className="text-muted">{status}</span>
        </span>
      ) : null}
    </span>
  );
}
