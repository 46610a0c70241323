"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { cn } from "@/ui/parts/cn";

interface Props {
  readonly href: string;
  readonly isStacked?: boolean;
  readonly children: ReactNode;
}

/** A link of the navigation that knows whether it is where the reader is. */
export function NavLink({ href, isStacked = false, children }: Props) {
  const isHere = usePathname().startsWith(href);
  return (
    <Link
      href={href}
      aria-current={isHere ? "page" : undefined}
      className={cn(
        "rounded-md text-text hover:bg-raised",
        isStacked
          ? "flex min-h-11 flex-col items-center gap-0.5 px-3 py-1 text-[12px]"
          : "flex min-h-9 items-center gap-2.5 px-2.5 text-sm",
        isHere && "bg-accent-soft font-medium text-accent",
      )}
    >
      {children}
    </Link>
  );
}
