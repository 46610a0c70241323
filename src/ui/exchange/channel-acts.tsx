"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
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

/** Between one look for the outcome and the next, and how long it is looked for. */
const LOOK_MS = 2_000;
const LIMIT_MS = 60_000;

/** Asks for the comparison with the authority's lists at once, and has the page read itself anew until it is there. */
export function CompareNow({ channel: { id, reconciledAt } }: { readonly channel: ChannelView }) {
  const t = useTranslations("exchange.channels");
  const router = useRouter();
  const { compare } = useChannel(id);
  const [asked, setAsked] = useState<Pick<ChannelView, "reconciledAt"> | null>(null);
  const isWaiting = asked !== null && asked.reconciledAt === reconciledAt;
  useEffect(() => {
    if (!isWaiting) return;
    const looking = setInterval(() => router.refresh(), LOOK_MS);
    const limit = setTimeout(() => setAsked(null), LIMIT_MS);
    return () => {
      clearInterval(looking);
      clearTimeout(limit);
    };
  }, [isWaiting, router]);
  const ask = async () => {
    if (await compare(t("comparing"))) setAsked({ reconciledAt });
  };
  return (
    <Button look="quiet" size="small" disabled={isWaiting} onClick={() => void ask()}>
      {t("compare")}
    </Button>
  );
}
