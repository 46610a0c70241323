"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ChannelView } from "@/contracts/views/exchange";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";
import { ChannelForm } from "./channel-form";

/** Opens a channel to an authority, simulated or not. */
export function OpenChannel({ hasSimulator }: { readonly hasSimulator: boolean }) {
  const t = useTranslations("exchange.channels");
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      title={t("open")}
      description={t("openLead")}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={<Button>{t("open")}</Button>}
    >
      <ChannelForm channel={null} hasSimulator={hasSimulator} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

/** Changes the terms of a channel; its secret stays. */
export function ChangeChannel({ channel }: { readonly channel: ChannelView }) {
  const t = useTranslations("exchange.channels");
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      title={t("terms")}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button look="quiet" size="small">
          {t("change")}
        </Button>
      }
    >
      <ChannelForm channel={channel} onDone={() => setOpen(false)} />
    </Dialog>
  );
}
