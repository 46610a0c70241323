"use client";

import { RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import type { ReplayView } from "@/contracts/views/model";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";

/** Chooses the lane again from what was logged, and says whether the same came out. */
export function ReplayButton({ clearanceId }: { readonly clearanceId: string }) {
  const t = useTranslations("risk");
  const [isBusy, setBusy] = useState(false);
  const [replay, setReplay] = useState<ReplayView | null>(null);
  const again = async () => {
    setBusy(true);
    await api<ReplayView>(`/clearances/${clearanceId}/replay`, { method: "POST" }).then(setReplay, (error: unknown) =>
      toast.error(wordsOf(error)),
    );
    setBusy(false);
  };
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Button size="small" look="quiet" disabled={isBusy} onClick={() => void again()}>
        <RotateCcw aria-hidden />
        {t("replay")}
      </Button>
      {replay ? (
        <span role="status" className={replay.isSame ? "text-green" : "font-medium text-red"}>
          {replay.isSame ? `✓ ${t("replaySame")}` : `■ ${t("replayDiffers", { lane: replay.again.lane })}`}{" "}
          <code className="text-xs text-muted">{replay.again.hash.slice(0, 12)}</code>
        </span>
      ) : null}
    </span>
  );
}
