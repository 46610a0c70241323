"use client";

import { ArrowRight } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import type { ReviewCountsView } from "@/contracts/views/review";
import { countWords } from "@/contracts/views/scalars";
import { SHORTCUTS, useShortcut } from "@/ui/frame/shortcuts";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Kbd } from "@/ui/parts/kbd";
import { useNextCase } from "./use-next-case";

const SHOWN = ["all", "breached", "breaching", "mine", "held", "decidedToday"] as const;

/** How much waits and how the day goes, and the way to the next case. */
export function Workload({ counts }: { readonly counts: ReviewCountsView }) {
  const t = useTranslations("review");
  const router = useRouter();
  const openNext = useNextCase();
  useShortcut(SHORTCUTS.queue.nextOfQueue, () => void openNext());
  const takeBlind = () =>
    api<{ id: string | null }>("/second-reviews/next", { method: "POST", json: {} }).then(
      ({ id }) => {
        if (id) router.push(`/compliance/second-reviews/${id}`);
        else toast.message(t("blind.none"));
      },
      (error: unknown) => {
        toast.error(wordsOf(error));
      },
    );
  return (
    <div className="flex flex-wrap items-end gap-x-6 gap-y-3 rounded-md border bg-panel px-4 py-3">
      <dl className="flex flex-wrap gap-x-6 gap-y-2">
        {SHOWN.map((name) => (
          <div key={name}>
            <dt className="text-xs text-muted">{t(`workload.${name}`)}</dt>
            <dd className={name === "breached" && counts.breached > 0 ? "text-lg font-semibold text-red" : "text-lg"}>
              {name === "breached" && counts.breached > 0 ? "■ " : ""}
              {counts[name]}
            </dd>
          </div>
        ))}
      </dl>
      <div className="ml-auto flex flex-wrap gap-2">
        {counts.blind > 0 ? (
          <Button look="quiet" onClick={() => void takeBlind()}>
            {t("blind.take", { count: countWords(counts.blind) })}
          </Button>
        ) : null}
        <Button onClick={() => void openNext()}>
          {t("next")}
          <ArrowRight aria-hidden />
          <Kbd className="border-accent-text/50 bg-transparent text-accent-text">{SHORTCUTS.queue.nextOfQueue[0]}</Kbd>
        </Button>
      </div>
    </div>
  );
}
