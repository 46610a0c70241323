"use client";

import { Tags } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Dialog } from "@/ui/parts/dialog";
import { CodeFinder } from "./code-finder";

interface Props {
  readonly shipmentId: string;
  /** From 1, as the declaration counts. */
  readonly line: number;
  readonly description: string;
  readonly origin: string | null;
  readonly regime: string;
}

/** A code for a goods line of the declaration; taking one states it there, and teaches. */
export function CodeDialog({ shipmentId, line, description, origin, regime }: Props) {
  const t = useTranslations("classification");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const take = (code: string) =>
    api(`/shipments/${shipmentId}/fields`, {
      method: "POST",
      json: { name: "hs_code", line: line - 1, value: code },
    }).then(
      () => {
        setOpen(false);
        toast.success(t("taken", { code }));
        router.refresh();
      },
      (error: unknown) => void toast.error(wordsOf(error)),
    );
  return (
    <Dialog
      title={t("suggestFor", { line })}
      description={description}
      isOpen={isOpen}
      onOpenChange={setOpen}
      place="side"
      trigger={
        <button
          type="button"
          className="inline-flex min-h-6 items-center gap-1 text-sm text-muted hover:text-accent"
          aria-label={t("suggestFor", { line })}
        >
          <Tags aria-hidden className="size-3.5" />
          {t("suggest")}
        </button>
      }
    >
      <CodeFinder description={description} origin={origin} regime={regime} onTake={take} />
    </Dialog>
  );
}
