"use client";

import { CheckCheck } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { markRead } from "./mark-read";

/** Marks everything as read. */
export function ReadAll() {
  const t = useTranslations("notifications");
  const router = useRouter();
  const read = () =>
    markRead("all").then(
      () => router.refresh(),
      (error: unknown) => toast.error(wordsOf(error)),
    );
  return (
    <Button look="quiet" onClick={() => void read()}>
      <CheckCheck aria-hidden />
      {t("readAll")}
    </Button>
  );
}
