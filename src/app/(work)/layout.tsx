import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { currentActor, currentPerson, mode, queries } from "@/runtime/next";
import { Shell } from "@/ui/frame/shell";
import { Toasts } from "@/ui/frame/toasts";

/** Draws the frame. It is no guard: each page asks, and the gate is the use case. */
export default async function WorkLayout({ children }: { readonly children: ReactNode }) {
  const person = await currentPerson();
  const actor = await currentActor();
  if (!person || !actor) redirect("/sign-in");
  const unread = await queries().countUnread(actor);
  return (
    <Shell
      person={person}
      mode={mode()}
      locale={await getLocale()}
      unread={unread.ok ? unread.value : 0}
      isRailNarrow={(await cookies()).get("rail")?.value === "narrow"}
    >
      <NuqsAdapter>{children}</NuqsAdapter>
      <Toasts />
    </Shell>
  );
}
