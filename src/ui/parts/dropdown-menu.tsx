"use client";

import { Check } from "lucide-react";
import { DropdownMenu as Radix } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

const ITEM =
  "flex min-h-8 cursor-default items-center gap-2 rounded-sm px-2 py-1 text-sm no-underline outline-none data-[disabled]:text-muted data-[highlighted]:bg-raised [&_svg]:size-4 [&_svg]:text-muted";

interface Props {
  readonly trigger: ReactNode;
  readonly className?: string;
  /** Where the focus goes when the menu closes; without it, back to the trigger. */
  readonly onCloseAutoFocus?: (event: Event) => void;
  readonly children: ReactNode;
}

/** A list of acts or choices under the thing that was pressed. */
export function DropdownMenu({ trigger, className, onCloseAutoFocus, children }: Props) {
  return (
    // Not modal: a menu closes as soon as anything else is touched, so the page behind it need not be hidden from anybody.
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align="end"
          sideOffset={6}
          collisionPadding={8}
          {...(onCloseAutoFocus ? { onCloseAutoFocus } : {})}
          className={cn(
            "z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-52 overflow-y-auto rounded-md border bg-panel p-1 shadow-lift data-[state=open]:animate-fade",
            className,
          )}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** One act of the menu; with `asChild` a link. */
export function MenuItem({ className, ...rest }: ComponentProps<typeof Radix.Item>) {
  return <Radix.Item className={cn(ITEM, className)} {...rest} />;
}

/** A choice that stays in the menu while others are made. */
export function MenuCheckbox({ children, ...rest }: ComponentProps<typeof Radix.CheckboxItem>) {
  return (
    <Radix.CheckboxItem className={cn(ITEM, "pl-7")} onSelect={(event) => event.preventDefault()} {...rest}>
      <Radix.ItemIndicator className="absolute left-2.5">
        <Check aria-hidden />
      </Radix.ItemIndicator>
      {children}
    </Radix.CheckboxItem>
  );
}

/** What the items below it are about. */
export function MenuLabel({ children }: { readonly children: ReactNode }) {
  return <Radix.Label className="px-2 py-1 text-xs font-medium text-muted">{children}</Radix.Label>;
}

/** A line between kinds of items. */
export function MenuSeparator() {
  return <Radix.Separator className="-mx-1 my-1 border-t" />;
}
