"use client";

import { LogOut, UserRound } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { DropdownMenu, MenuItem, MenuSeparator } from "@/ui/parts/dropdown-menu";
import { signOut } from "./sign-out";

interface Props {
  readonly name: string;
  readonly organisation: string;
}

/** Who is signed in, their account, and the way out. */
export function PersonMenu({ name, organisation }: Props) {
  const t = useTranslations("shell");
  const initials = name
    .split(/\s+/)
    .map((word) => word[0] ?? "")
    .join("")
    .slice(0, 2);
  return (
    <DropdownMenu
      trigger={
        <button
          type="button"
          className="ml-1 inline-flex size-7 items-center justify-center rounded-full bg-accent-soft text-xs font-semibold text-accent"
        >
          <span aria-hidden>{initials}</span>
          <span className="sr-only">{t("person", { name })}</span>
        </button>
      }
    >
      <div className="px-2 py-1.5">
        <p className="text-sm font-medium">{name}</p>
        <p className="text-xs text-muted">{organisation}</p>
      </div>
      <MenuSeparator />
      <MenuItem asChild>
        <Link href="/account">
          <UserRound aria-hidden />
          {t("account")}
        </Link>
      </MenuItem>
      <MenuItem onSelect={() => void signOut()}>
        <LogOut aria-hidden />
        {t("signOut")}
      </MenuItem>
    </DropdownMenu>
  );
}
