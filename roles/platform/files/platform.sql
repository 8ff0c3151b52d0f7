-- The platform's tables and generated data. Variables: size, seed, reader (the service's role).
-- Nothing here is anybody's data: all of it follows from the seed.
\set ON_ERROR_STOP on
BEGIN;
CREATE TABLE districts (
    id integer PRIMARY KEY,
    name text NOT NULL UNIQUE,
    population integer NOT NULL CHECK (population > 0),
    area_km2 numeric(8, 2) NOT NULL CHECK (area_km2 > 0)
);
CREATE TABLE sensors (
    id integer PRIMARY KEY,
    district_id integer NOT NULL REFERENCES districts,
    kind text NOT NULL CHECK (kind IN ('traffic', 'air', 'water', 'noise', 'power')),
    unit text NOT NULL,
    installed_on date NOT NULL
);
CREATE TABLE readings (
    sensor_id integer NOT NULL REFERENCES sensors,
    read_at timestamptz NOT NULL,
    value numeric(12, 3) NOT NULL,
    PRIMARY KEY (sensor_id, read_at)
);
CREATE TABLE events (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    district_id integer NOT NULL REFERENCES districts,
    severity smallint NOT NULL CHECK (severity BETWEEN 1 AND 5),
    title text NOT NULL,
    opened_at timestamptz NOT NULL,
    closed_at timestamptz CHECK (closed_at >= opened_at)
);
SELECT setseed((:seed % 1000) / 1000.0);
INSERT INTO districts
SELECT n, (ARRAY['东城', '西城', '南山', '北湖', '江岸', '新港', '高新', '古城', '机场', '大学城', '滨海', '云山'])[n],
       80000 + (random() * 900000)::integer, round((20 + random() * 400)::numeric, 2)
FROM generate_series(1, 12) AS n;
INSERT INTO sensors
SELECT n, 1 + n % 12, kind, unit, date '2020-01-01' + (random() * 1800)::integer
FROM generate_series(1, 60 * :size) AS n
CROSS JOIN LATERAL (
    SELECT (ARRAY['traffic', 'air', 'water', 'noise', 'power'])[1 + n % 5] AS kind,
           (ARRAY['vehicles/h', 'ug/m3', 'mg/l', 'dB', 'kW'])[1 + n % 5] AS unit
) AS what;
-- A reading each half hour of thirty days, with the rise and fall of a day in it.
INSERT INTO readings
SELECT s.id, t, round((50 + 30 * sin(extract(hour FROM t AT TIME ZONE 'UTC') / 24.0 * 2 * pi()) + random() * 20)::numeric, 3)
FROM sensors AS s
CROSS JOIN generate_series(timestamptz '2026-01-01 00:00+00', timestamptz '2026-01-30 23:30+00', interval '30 minutes') AS t;
INSERT INTO events (district_id, severity, title, opened_at, closed_at)
SELECT 1 + n % 12, 1 + (random() * 4)::integer,
       (ARRAY['Water main leak', 'Signal failure', 'Air quality limit exceeded', 'Power cut', 'Road closed'])[1 + n % 5],
       opened, CASE WHEN random() < 0.9 THEN opened + random() * interval '48 hours' END
FROM generate_series(1, 2000 * :size) AS n
CROSS JOIN LATERAL (SELECT timestamptz '2026-01-01 00:00+00' + n * interval '20 minutes' AS opened) AS at;
CREATE INDEX ON events (district_id) WHERE closed_at IS NULL;
CREATE INDEX ON sensors (district_id);
GRANT USAGE ON SCHEMA public TO :"reader";
GRANT SELECT ON ALL TABLES IN SCHEMA public TO :"reader";
-- Only once all is there: this is what says that the data was loaded.
CREATE TABLE loaded AS SELECT now() AS at, :size AS size, :seed AS seed;
COMMIT;
ANALYZE;
