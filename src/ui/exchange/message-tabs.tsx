import { useTranslations } from "next-intl";
import type { MessageCountsView } from "@/contracts/views/exchange";
import { EXCHANGE_STATES } from "@/domain/exchange/message-state";
import { Count } from "@/ui/parts/count";
import { TabLinks } from "@/ui/parts/tab-links";

interface Props {
  readonly counts: MessageCountsView;
  /** The state that is shown, all of them, or the answers that wait for a person. */
  readonly here: string;
  /** Where all of them are, for who begins with a view of them. */
  readonly all?: string;
}

/** The states of messages with how many stand so, and the quarantine beside them. */
export function MessageTabs({ counts, here, all = "/broker/messages" }: Props) {
  const t = useTranslations("exchange");
  const mark = (count: number) => (count > 0 ? <Count of={count} /> : null);
  return (
    <div className="border-b">
      <TabLinks
        label={t("sections")}
        tabs={[
          { href: all, label: t("all"), isHere: here === "all" },
          ...EXCHANGE_STATES.map((state) => ({
            href: `/broker/messages?state=${state}`,
            label: t(`tab.${state}`),
            isHere: here === state,
            mark: mark(counts[state]),
          })),
          {
            href: "/broker/messages/quarantine",
            label: t("tab.quarantine"),
            isHere: here === "quarantine",
            mark: mark(counts.quarantine),
          },
        ]}
      />
    </div>
  );
}
