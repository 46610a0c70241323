"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ChannelView } from "@/contracts/views/exchange";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";
import { TextField } from "@/ui/parts/field";
import { Instant } from "@/ui/parts/instant";
import { useChannel } from "./use-channel";

interface Props {
  readonly channel: ChannelView;
  readonly mayAct: boolean;
}

/** The times in which the authority's system takes nothing. */
export function ChannelWindows({ channel: { id, windows }, mayAct }: Props) {
  const t = useTranslations("exchange.channels");
  const { change } = useChannel(id);
  if (windows.length === 0) return <p className="text-sm text-muted">{t("windowsNone")}</p>;
  return (
    <ul className="flex flex-col gap-1 text-sm">
      {windows.map((window) => (
        <li key={`${window.from} ${window.until}`} className="flex flex-wrap items-center gap-2">
          <span>
            <Instant at={window.from} look="full" /> – <Instant at={window.until} look="full" />
          </span>
          {mayAct ? (
            <Button
              look="bare"
              size="tiny"
              aria-label={t("windowRemove", { from: window.from.slice(0, 16) })}
              onClick={() => void change({ windows: windows.filter((each) => each !== window) }, t("changed"))}
            >
              <X aria-hidden />
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** Announces a maintenance; messages wait until it is over. */
export function AnnounceWindow({ channel: { id, windows } }: Pick<Props, "channel">) {
  const t = useTranslations("exchange.channels");
  const { change } = useChannel(id);
  const [isOpen, setOpen] = useState(false);
  const [from, setFrom] = useState("");
  const [until, setUntil] = useState("");
  const isOutOfOrder = from !== "" && until !== "" && new Date(from) >= new Date(until);
  const add = async () => {
    const window = { from: new Date(from).toISOString(), until: new Date(until).toISOString() };
    if (await change({ windows: [...windows, window] }, t("changed"))) setOpen(false);
  };
  return (
    <Dialog
      title={t("windowAdd")}
      description={t("windowsLead")}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button look="quiet" size="small">
          {t("windowAdd")}
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <TextField
          label={t("from")}
          type="datetime-local"
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        />
        <TextField
          label={t("until")}
          type="datetime-local"
          error={isOutOfOrder ? t("windowOrder") : undefined}
          value={until}
          onChange={(event) => setUntil(event.target.value)}
        />
        <Button className="self-end" disabled={from === "" || until === "" || isOutOfOrder} onClick={() => void add()}>
          {t("save")}
        </Button>
      </div>
    </Dialog>
  );
}
