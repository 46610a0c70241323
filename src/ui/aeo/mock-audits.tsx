"use client";

import { Dices } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import type { WorkbookView } from "@/contracts/views/credit-policy";
import { FINDINGS } from "@/domain/aeo/mock-audit";
import { api, newKey, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Section } from "@/ui/parts/card";
import { Input } from "@/ui/parts/input";
import { Instant } from "@/ui/parts/instant";
import { Select } from "@/ui/parts/select";

interface Props {
  readonly id: string;
  readonly audits: WorkbookView["audits"];
  readonly criteria: WorkbookView["criteria"];
}

type Item = Props["audits"][number]["items"][number];

/** Mock audits of the firm: what a seed drew, and what was found of it. */
export function MockAudits({ id, audits, criteria }: Props) {
  const t = useTranslations("workbook");
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const draw = async () => {
    setBusy(true);
    await api(`/aeo-workbooks/${id}/mock-audits`, { method: "POST", headers: { "idempotency-key": newKey() } }).then(
      () => router.refresh(),
      (error: unknown) => void toast.error(wordsOf(error)),
    );
    setBusy(false);
  };
  return (
    <Section
      title={t("audits")}
      aside={
        <Button size="small" look="quiet" disabled={isBusy} onClick={() => void draw()}>
          <Dices aria-hidden />
          {t("draw")}
        </Button>
      }
    >
      <p className="mb-2 text-sm text-muted">{t("auditsLead")}</p>
      <ul className="flex flex-col gap-3">
        {audits.map((audit) => (
          <li key={audit.id} className="rounded-md border bg-panel px-4 py-3 text-sm">
            <p className="mb-2 flex flex-wrap gap-x-3 text-xs text-muted">
              <Instant at={audit.at} />
              <span>{audit.byName}</span>
              <span className="min-w-0 truncate">
                {t("seed")} <code>{audit.seed.slice(0, 16)}</code>
              </span>
            </p>
            <ul className="flex flex-col">
              {audit.items.map((item) => (
                <AuditItem key={item.position} auditId={audit.id} item={item} criteria={criteria} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface ItemProps {
  readonly auditId: string;
  readonly item: Item;
  readonly criteria: Props["criteria"];
}

function AuditItem({ auditId, item, criteria }: ItemProps) {
  const t = useTranslations("workbook");
  const language = useLocale() === "zh" ? "zh" : "en";
  const router = useRouter();
  const [note, setNote] = useState(item.note ?? "");
  const asked = criteria.find(({ code }) => code === item.subject);
  const record = (finding: string) =>
    api(`/aeo-mock-audits/${auditId}/items/${item.position}`, { method: "PUT", json: { finding, note } }).then(
      () => router.refresh(),
      (error: unknown) => void toast.error(wordsOf(error)),
    );
  return (
    <li className="grid grid-cols-1 items-center gap-x-3 gap-y-1 border-t py-2 first:border-t-0 md:grid-cols-[minmax(0,1fr)_9rem_minmax(0,14rem)]">
      <span>
        {item.shipmentId ? (
          <Link href={`/broker/shipments/${item.shipmentId}`}>{item.subject}</Link>
        ) : (
          (asked?.question[language] ?? item.subject)
        )}
        <span className="block text-xs text-muted">
          {item.kind === "shipment" ? t("shipmentAsk") : asked?.evidence[language]}
        </span>
      </span>
      <Select
        aria-label={t("finding", { subject: item.subject })}
        value={item.finding ?? ""}
        placeholder={t("toFind")}
        onValueChange={(finding) => void record(finding)}
        options={FINDINGS.map((each) => ({ value: each, label: t(`findings.${each}`) }))}
      />
      <Input
        aria-label={t("noteOf", { subject: item.subject })}
        placeholder={t("note")}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        onBlur={() => {
          if (item.finding !== null && note !== (item.note ?? "")) void record(item.finding);
        }}
      />
    </li>
  );
}
