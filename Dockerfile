FROM node:22-bookworm-slim AS build
WORKDIR /soat
COPY package.json package-lock.json .npmrc tsconfig.json tsconfig.build.json ./
# The sources are not there yet: `prepare` would build them.
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:22-bookworm-slim
ENV NODE_ENV=production SOAT_DATA=/data
WORKDIR /soat
COPY --from=build /soat/node_modules node_modules
COPY --from=build /soat/dist dist
COPY --from=build /soat/web/dist web/dist
COPY --from=build /soat/src src
COPY --from=build /soat/pipelines pipelines
COPY --from=build /soat/workers workers
# What `soat doctor` reads before it trusts an engine.
COPY --from=build /soat/fixtures/reports fixtures/reports
COPY --from=build /soat/package.json ./
RUN mkdir -p /data /inbox && chown node:node /data /inbox
USER node
VOLUME /data
EXPOSE 8080
# As process 1 node hears of SIGTERM: a stopped container gives back the pages that it had in work.
ENTRYPOINT ["node", "/soat/dist/src/cli/main.js"]
CMD ["serve", "--host", "0.0.0.0"]
