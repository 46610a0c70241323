import "./globals.css";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale } from "next-intl/server";
import { ThemeProvider } from "next-themes";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { Toasts } from "@/ui/frame/toasts";

export const metadata: Metadata = {
  title: { default: "Twogate", template: "%s · Twogate" },
  icons: { icon: "/icon.svg" },
  description: "Customs clearance through two gates from one declaration",
};

/** The page around every page: language, theme and the messages of the browser's side. */
export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const locale = await getLocale();
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <html lang={locale === "zh" ? "zh-CN" : "en"} suppressHydrationWarning>
      <body>
        <NextIntlClientProvider>
          <ThemeProvider
            attribute="class"
            defaultTheme="system"
            disableTransitionOnChange
            {...(nonce ? { nonce } : {})}
          >
            <NuqsAdapter>{children}</NuqsAdapter>
            <Toasts />
          </ThemeProvider>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
