# syntax=docker/dockerfile:1
# One image for the API, the worker and the migrations; they differ by their command only (see the targets at the end).

# Builds the user interface and generates the database client, with all tools at hand.
FROM node:24-slim AS build
WORKDIR /app
COPY . .
RUN npm install --no-audit --no-fund --loglevel=error
RUN node prisma/generate.mjs
RUN npm run build --workspace @tendril/builder-ui

# Only what runs in production: no tools, no launcher, no browser packages.
FROM node:24-slim AS dependencies
WORKDIR /app
COPY package.json .npmrc ./
COPY engine/package.json engine/
COPY engine/content/package.json engine/content/
COPY engine/journey/package.json engine/journey/
COPY engine/runtime/package.json engine/runtime/
COPY engine/scoring/package.json engine/scoring/
COPY prisma/package.json prisma/
COPY activities/package.json activities/
COPY workflows/package.json workflows/
COPY launcher/production-manifests.mjs ./
RUN node production-manifests.mjs && rm production-manifests.mjs && npm install --no-audit --no-fund --loglevel=error

FROM node:24-slim AS runtime
ENV NODE_ENV=production HOST=0.0.0.0
WORKDIR /app
COPY --from=dependencies /app ./
COPY engine engine
COPY activities activities
COPY workflows workflows
COPY --from=build /app/prisma prisma
COPY --from=build /app/builder-ui/dist builder-ui/dist
# The code belongs to root and is read only; the processes run without rights.
USER node

# Applies the migrations and ends.
FROM runtime AS migrate
CMD ["node", "prisma/scripts/apply-migrations.ts"]

FROM runtime AS worker
ENV PORT=3001
EXPOSE 3001
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3001/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "workflows/worker/main.ts"]

FROM runtime AS api
ENV PORT=3000 UI_DIR=/app/builder-ui/dist
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "engine/src/main.ts"]
