#!/bin/sh
# request.sh check|make DIR NAMES SECONDS: whether the certificate in DIR still serves, or a request for a new one.
set -eu
cd "$2" 2>/dev/null || { [ "$1" = check ] && echo renew && exit 0; }
if [ "$1" = check ]; then
    if [ "$(stat -c '%a %U' host.key 2>/dev/null)" = '600 root' ] &&
        openssl verify -CAfile ca.crt host.crt >/dev/null 2>&1 &&
        openssl x509 -in host.crt -noout -checkend "$4" >/dev/null &&
        [ "$(openssl x509 -in host.crt -noout -ext subjectAltName | tail -n +2 | sed 's/^ *//')" = "$3" ] &&
        [ "$(openssl x509 -in host.crt -noout -pubkey)" = "$(openssl pkey -in host.key -pubout)" ]; then
        echo current
    else
        echo renew
    fi
else
    umask 077
    [ -s host.key ] || openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out host.key
    chown root: host.key
    chmod 0600 host.key
    name=${3#DNS:}
    openssl req -new -key host.key -subj "/CN=${name%%,*}" -addext "subjectAltName=$3" \
        -addext "extendedKeyUsage=serverAuth,clientAuth" -addext "keyUsage=digitalSignature"
fi
