"use client";

import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { api, wordsOf } from "@/ui/parts/api-client";
import { CodeFinder } from "./code-finder";

/** Codes for goods of no shipment yet; what is taken teaches. */
export function ClassifyPage() {
  const t = useTranslations("classification");
  return (
    <div className="max-w-4xl">
      <CodeFinder
        onTake={(code, description) =>
          api("/classification/decisions", { method: "POST", json: { description, code } }).then(
            () => void toast.success(t("settled", { code })),
            (error: unknown) => void toast.error(wordsOf(error)),
          )
        }
      />
    </div>
  );
}
