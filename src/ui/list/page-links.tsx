"use client";

import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button } from "@/ui/parts/button";

interface Props {
  readonly nextCursor: string | null;
  readonly isFirst: boolean;
  /** What the way to the next page says. */
  readonly next: string;
  /** What the cursor is called in the address. */
  readonly name?: "cursor" | "after" | "underway";
}

/** The ways to the beginning of a list and to its next page; what else stands in the address stays. */
export function PageLinks({ nextCursor, isFirst, next, name = "cursor" }: Props) {
  const t = useTranslations("lists");
  const here = useSearchParams();
  const at = (cursor: string | null) => {
    const said = new URLSearchParams(here);
    said.delete(name);
    if (cursor !== null) said.set(name, cursor);
    return `?${said}`;
  };
  if (isFirst && nextCursor === null) return null;
  return (
    <div className="flex gap-3">
      {isFirst ? null : (
        <Button asChild look="quiet" size="small">
          <Link href={at(null)}>{t("first")}</Link>
        </Button>
      )}
      {nextCursor === null ? null : (
        <Button asChild look="quiet" size="small">
          <Link href={at(nextCursor)}>{next}</Link>
        </Button>
      )}
    </div>
  );
}
