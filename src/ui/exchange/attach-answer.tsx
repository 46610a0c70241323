"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import type { MessageRowView } from "@/contracts/views/exchange";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { TextField } from "@/ui/parts/field";
import { RadioGroup } from "@/ui/parts/radio-group";
import { ReasonDialog } from "./reason-dialog";

const SHOWN = 10;

/** Says which message an answer is about; the message is found by its number or its shipment. */
export function AttachAnswer({ answerId }: { readonly answerId: string }) {
  const t = useTranslations("exchange");
  const [search, setSearch] = useState("");
  const [rows, setRows] = useState<readonly MessageRowView[] | null>(null);
  const [messageId, setMessageId] = useState("");
  const find = () =>
    api<{ rows: readonly MessageRowView[] }>(
      `/messages?${new URLSearchParams({ search: search.trim(), limit: String(SHOWN) })}`,
    ).then(
      (found) => {
        const sent = found.rows.filter(({ sentAt }) => sentAt !== null);
        setRows(sent);
        setMessageId(sent[0]?.id ?? "");
      },
      (error: unknown) => {
        toast.error(wordsOf(error));
      },
    );
  return (
    <ReasonDialog
      act={t("quarantine.attach")}
      lead={t("quarantine.attachLead")}
      path={`/answers/${answerId}/attachment`}
      chosen={messageId === "" ? null : { messageId }}
      done={t("quarantine.attached")}
      isPrimary
    >
      <form
        className="flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          void find();
        }}
      >
        <TextField
          label={t("quarantine.find")}
          className="flex-1"
          type="search"
          maxLength={100}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <Button type="submit" look="quiet" disabled={search.trim() === ""}>
          {t("find")}
        </Button>
      </form>
      {rows?.length === 0 ? (
        <p role="status" className="text-sm text-muted">
          {t("quarantine.none")}
        </p>
      ) : null}
      {rows && rows.length > 0 ? (
        <RadioGroup
          legend={t("column.number")}
          value={messageId}
          onValueChange={setMessageId}
          options={rows.map((row) => ({
            value: row.id,
            label: <span className="break-all">{row.number}</span>,
            detail: `${t(`kind.${row.kind}`)} · ${t("version", { version: row.version })} · ${row.shipment.reference} · ${t(`state.${row.state}`)}`,
          }))}
        />
      ) : null}
    </ReasonDialog>
  );
}
