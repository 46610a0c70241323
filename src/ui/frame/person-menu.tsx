"use client";

import { useTranslations } from "next-intl";
import { DropdownMenu } from "radix-ui";

interface Props {
  readonly name: string;
  readonly organisation: string;
}

/** Who is signed in, and the way out. */
export function PersonMenu({ name, organisation }: Props) {
  const t = useTranslations("shell");
  const signOut = async () => {
    await fetch("/api/auth/sign-out", { method: "POST", headers: { "content-type": "application/json" }, body: "{}" });
    window.location.assign("/sign-in");
  };
  const initials = name
    .split(/\s+/)
    .map((word) => word[0] ?? "")
    .join("")
    .slice(0, 2);
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger className="inline-flex size-8 items-center justify-center rounded-full bg-accent-soft text-[12px] font-semibold text-accent">
        {initials}
        <span className="sr-only">{t("person", { name })}</span>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={6}
          className="z-50 min-w-52 rounded-md border bg-panel p-1.5 text-sm"
        >
          <div className="px-2 py-1.5">
            <p className="font-medium">{name}</p>
            <p className="text-[12px] text-muted">{organisation}</p>
          </div>
          <DropdownMenu.Separator className="my-1 border-t" />
          <DropdownMenu.Item
            onSelect={() => void signOut()}
            className="cursor-default rounded px-2 py-1.5 outline-none data-[highlighted]:bg-raised"
          >
            {t("signOut")}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
