#!/bin/sh
# request.sh check|make DIR NAMES SECONDS RSA EC: whether the certificate in DIR still serves, or a request for a new one.
# RSA and EC are the shortest keys in bits.
set -eu
rsa=$5 ec=$6
cd "$2" 2>/dev/null || { [ "$1" = check ] && echo renew && exit 0; }

# Whether the key is long enough; of other kinds no length is known, so they are made anew.
strong() {
    openssl pkey -in host.key -noout -text 2>/dev/null | sed -n 's/.*Private-Key: (\([0-9]*\) bit.*/\1/p; s/^\(modulus\|ASN1 OID\):.*/\1/p' |
        { read -r bits && read -r kind && case $kind in modulus) [ "$bits" -ge "$rsa" ] ;; *) [ "$bits" -ge "$ec" ] ;; esac; }
}

if [ "$1" = check ]; then
    if [ "$(stat -c '%a %U' host.key 2>/dev/null)" = '600 root' ] && strong &&
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
    strong || openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out host.key
    chown root: host.key
    chmod 0600 host.key
    name=${3#DNS:}
    openssl req -new -key host.key -subj "/CN=${name%%,*}" -addext "subjectAltName=$3" \
        -addext "extendedKeyUsage=serverAuth,clientAuth" -addext "keyUsage=digitalSignature"
fi
