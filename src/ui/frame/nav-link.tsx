"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ComponentProps } from "react";
import { cn } from "@/ui/parts/cn";

/** A link of the navigation that knows whether it is where the reader is. */
export function NavLink({ href, className, ...rest }: Omit<ComponentProps<typeof Link>, "href"> & { href: string }) {
  const isHere = usePathname().startsWith(href);
  return (
    <Link
      href={href}
      aria-current={isHere ? "page" : undefined}
      className={cn(
        "flex items-center rounded-md no-underline hover:bg-raised",
        isHere ? "font-medium text-accent" : "text-muted hover:text-text",
        className,
      )}
      {...rest}
    />
  );
}
