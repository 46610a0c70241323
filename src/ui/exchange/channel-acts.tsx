"use client";

import { useTranslations } from "next-intl";
import type { ChannelView } from "@/contracts/views/exchange";
import { Button } from "@/ui/parts/button";
import { useChannel } from "./use-channel";

/** Suspends a channel, or puts it in force again. */
export function SwitchChannel({ channel: { id, state } }: { readonly channel: ChannelView }) {
  const t = useTranslations("exchange.channels");
  const { change } = useChannel(id);
  const isInForce = state === "in_force";
  return (
    <Button
      look={isInForce ? "danger" : "primary"}
      size="small"
      onClick={() =>
        void change({ state: isInForce ? "suspended" : "in_force" }, t(isInForce ? "suspended" : "resumed"))
      }
    >
      {t(isInForce ? "suspend" : "resume")}
    </Button>
  );
}

/** Asks for the comparison with the authority's lists at once. */
export function CompareNow({ channelId }: { readonly channelId: string }) {
  const t = useTranslations("exchange.channels");
  const { compare } = useChannel(channelId);
  return (
    <Button look="quiet" size="small" onClick={() => void compare(t("comparing"))}>
      {t("compare")}
    </Button>
  );
}
