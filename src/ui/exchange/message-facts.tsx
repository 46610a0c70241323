import Link from "next/link";
import { useTranslations } from "next-intl";
import type { MessageDetailView } from "@/contracts/views/exchange";
import { Section } from "@/ui/parts/card";
import { Instant } from "@/ui/parts/instant";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";
import { MessageState } from "./message-state";

const NUMBERS = ["number", "preEntryNumber", "entryNumber", "guid", "sha256"] as const;

/** The numbers under which a message is known, here and there, and what proves its bytes. */
export function MessageFacts({ message }: { readonly message: MessageDetailView }) {
  const t = useTranslations("exchange");
  return (
    <dl className="grid gap-x-6 gap-y-2 text-sm sm:grid-cols-2 xl:grid-cols-3">
      {NUMBERS.map((name) => (
        <div key={name} className="min-w-0">
          <dt className="text-xs text-muted">{t(`facts.${name}`)}</dt>
          <dd className="break-all font-mono text-xs">{message[name] ?? t("facts.none")}</dd>
        </div>
      ))}
      <div>
        <dt className="text-xs text-muted">{t("facts.syntax")}</dt>
        <dd>{t(`syntax.${message.syntax}`)}</dd>
      </div>
    </dl>
  );
}

/** All versions of what a message states, this one marked. */
export function MessageVersions({ message }: { readonly message: MessageDetailView }) {
  const t = useTranslations("exchange");
  if (message.versions.length < 2) return null;
  return (
    <Section title={t("versions")}>
      <Table label={t("versions")} isStacked>
        <thead>
          <tr className="text-left">
            <TableHead>{t("column.version")}</TableHead>
            <TableHead>{t("column.state")}</TableHead>
            <TableHead>{t("column.when")}</TableHead>
            <TableHead>{t("column.sent")}</TableHead>
          </tr>
        </thead>
        <tbody>
          {message.versions.map((each) => (
            <TableRow key={each.id}>
              <TableCell>
                {each.id === message.id ? (
                  <strong>
                    {t("version", { version: each.version })} · {t("thisVersion")}
                  </strong>
                ) : (
                  <Link href={`/broker/messages/${each.id}`}>{t("version", { version: each.version })}</Link>
                )}
              </TableCell>
              <TableCell column={t("column.state")}>
                <MessageState state={each.state} status={each.status} meaning={each.meaning} />
              </TableCell>
              <TableCell column={t("column.when")}>
                <Instant at={each.createdAt} />
              </TableCell>
              <TableCell column={t("column.sent")}>{each.sentAt ? <Instant at={each.sentAt} /> : "—"}</TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}
